package io.urania.cli.command;

import picocli.CommandLine.Command;

@Command(name = "bundle", description = "Directories with every file and image that a Kubernetes version needs.")
final class BundleCommand {}
