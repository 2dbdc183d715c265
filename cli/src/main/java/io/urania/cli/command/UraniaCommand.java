package io.urania.cli.command;

import picocli.CommandLine.Command;

@Command(
        name = "urania",
        description = "Turns Raspberry Pis into a highly available Kubernetes cluster, and owns it afterwards.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a host or a step failed",
            "2:wrong usage, or an inventory that cannot be used",
            "3:a host cannot be reached, or its key was refused",
            "4:with --detailed-exitcode: there are changes",
            "5:another run is changing this cluster",
            "130:interrupted"
        })
final class UraniaCommand {}
