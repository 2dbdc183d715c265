package io.urania.cli.command.inventory;

import com.google.gson.GsonBuilder;
import io.urania.cli.command.About;
import io.urania.cli.console.Console;
import io.urania.cluster.report.VariableSchema;
import io.urania.control.failure.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command
public final class InventorySchemaCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "schema",
            "Print a JSON Schema of every variable, for editors that complete and check files of variables.",
            "The first line of such a file names it: # yaml-language-server: $schema=../../urania.schema.json");

    private final Console console;

    public InventorySchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.print(new GsonBuilder()
                .disableHtmlEscaping()
                .setPrettyPrinting()
                .create()
                .toJson(VariableSchema.json()));
        return ExitCode.DONE.number();
    }
}
