# Runs the code of docs/how-to/r.md where results/demo lies, and compares what it prints with the page.
#   Rscript docs/r-page.R FOLDER [write]     write: puts what was printed into the page
arguments <- commandArgs(trailingOnly = TRUE)
script <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))
page <- file.path(normalizePath(dirname(script)), "how-to", "r.md")
write <- length(arguments) > 1 && arguments[2] == "write"
setwd(arguments[1])

lines <- readLines(page)
shown <- character()
block <- NULL
environment <- new.env()
for (line in lines) {
  if (identical(line, "```r")) {
    block <- character()
    shown <- c(shown, line)
  } else if (!is.null(block) && line == "```") {
    printed <- character()
    for (expression in parse(text = block)) {
      printed <- c(printed, capture.output({
        value <- withVisible(eval(expression, environment))
        if (value$visible) print(value$value)
      }))
    }
    shown <- c(shown, block, if (length(printed) > 0) trimws(paste("#>", printed), "right"), line)
    block <- NULL
  } else if (!is.null(block)) {
    if (!startsWith(line, "#>")) block <- c(block, line)
  } else {
    shown <- c(shown, line)
  }
}
if (write) {
  writeLines(shown, page)
} else if (!identical(shown, lines)) {
  cat("docs/how-to/r.md shows something else; now it is:\n", shown, sep = "\n")
  quit(status = 1)
}
cat("docs/how-to/r.md:", sum(shown == "```r"), "blocks were run\n")
