package io.chiasm.local.secure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An authority and what it signed, made anew in a folder by the JDK's own keytool. */
final class MadeCertificates {
  static final String PASSWORD = "only-for-this-test";

  private final Path folder;
  private final String authority;

  /**
   * @param authority name of its file and of the authority
   */
  MadeCertificates(Path folder, String authority) throws Exception {
    this.folder = Files.createDirectories(folder);
    this.authority = authority;
    keytool(
        "-genkeypair",
        "-alias",
        authority,
        "-dname",
        "CN=" + authority,
        "-keyalg",
        "EC",
        "-ext",
        "bc:c",
        "-keystore",
        store(authority).toString());
    write(ca(), pem("CERTIFICATE", keys(authority).getCertificate(authority).getEncoded()));
  }

  /** PEM file of the authority. */
  Path ca() {
    return folder.resolve(authority + ".pem");
  }

  /** PKCS #12 file of this name's key and certificate. */
  Path store(String name) {
    return folder.resolve(name + ".p12");
  }

  Path certificate(String name) {
    return folder.resolve(name + ".crt");
  }

  Path key(String name) {
    return folder.resolve(name + ".key");
  }

  /**
   * Signs a certificate.
   *
   * @param from when it begins to be valid, such as {@code -10d}
   * @param names such as {@code dns:localhost,ip:127.0.0.1}
   */
  MadeCertificates sign(String name, String from, int days, String names) throws Exception {
    String file = store(name).toString();
    Path request = folder.resolve(name + ".csr");
    Path signed = folder.resolve(name + ".signed");
    keytool(
        "-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keyalg", "EC", "-keystore", file);
    keytool("-certreq", "-alias", name, "-keystore", file, "-file", request.toString());
    keytool(
        "-gencert",
        "-alias",
        authority,
        "-keystore",
        store(authority).toString(),
        "-startdate",
        from,
        "-validity",
        String.valueOf(days),
        "-ext",
        "san=" + names,
        "-infile",
        request.toString(),
        "-rfc",
        "-outfile",
        signed.toString());
    Files.write(signed, Files.readAllBytes(ca()), java.nio.file.StandardOpenOption.APPEND);
    keytool(
        "-importcert", "-noprompt", "-alias", name, "-keystore", file, "-file", signed.toString());
    export(name);
    return this;
  }

  private void export(String name) throws Exception {
    KeyStore keys = keys(name);
    Key key = keys.getKey(name, PASSWORD.toCharArray());
    write(certificate(name), pem("CERTIFICATE", keys.getCertificate(name).getEncoded()));
    write(key(name), pem("PRIVATE KEY", key.getEncoded()));
  }

  private KeyStore keys(String name) throws GeneralSecurityException, IOException {
    return KeyStore.getInstance(store(name).toFile(), PASSWORD.toCharArray());
  }

  private static String pem(String kind, byte[] bytes) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
  }

  static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    line.addAll(List.of(arguments));
    line.addAll(
        List.of("-storepass", PASSWORD, "-storetype", "PKCS12", "-J-XX:TieredStopAtLevel=1"));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError("keytool " + line + ": " + output);
    }
  }
}
