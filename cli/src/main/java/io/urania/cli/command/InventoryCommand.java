package io.urania.cli.command;

import picocli.CommandLine.Command;

@Command(name = "inventory", description = "What Urania understands of an inventory.")
final class InventoryCommand {}
