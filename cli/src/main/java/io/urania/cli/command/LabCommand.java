package io.urania.cli.command;

import picocli.CommandLine.Command;

@Command(
        name = "lab",
        description = "A virtual rack: the article's hosts as containers on this Linux machine, to try everything on.")
final class LabCommand {}
