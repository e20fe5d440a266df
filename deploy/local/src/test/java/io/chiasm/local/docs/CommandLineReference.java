package io.chiasm.local.docs;

import io.chiasm.local.cli.Chiasm;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The page on the command line, made of what the commands say of themselves. */
final class CommandLineReference {
  private static final int WIDTH = 100;

  private final StringBuilder index = new StringBuilder();
  private final StringBuilder commands = new StringBuilder();

  private CommandLineReference() {}

  static String page() {
    CommandLineReference reference = new CommandLineReference();
    CommandLine tree = new CommandLine(Chiasm.class);
    tree.setUsageHelpAutoWidth(false).setUsageHelpWidth(WIDTH);
    tree.getSubcommands().values().forEach(reference::add);
    return """
        # Command line

        Made from `./chiasm COMMAND --help` by `docs/regenerate`; a test compares the two. `./chiasm --version` says version and
        commit. Exit codes: 0 done, 1 failed, 2 wrong input; `./chiasm run` and `watch` give 0 only for a complete study. Tables
        come as text, with `--json` for programs. Variables of the environment are in [settings](settings.md).

        | command | does |
        | --- | --- |
        %s%s"""
        .formatted(reference.index, reference.commands);
  }

  private void add(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    String anchor = name.replace(' ', '-');
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    String[] words = usage.header().length > 0 ? usage.header() : usage.description();
    String does = String.join(" ", words);
    index.append("| [`%s`](#%s) | %s |%n".formatted(name, anchor, does.replace("|", "\\|")));
    commands.append("%n## %s%n%n```text%n".formatted(name));
    commands.append(command.getUsageMessage(Ansi.OFF).strip()).append("%n```%n".formatted());
    command.getSubcommands().values().forEach(this::add);
  }
}
