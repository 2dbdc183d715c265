package io.urania.inventory;

import com.google.gson.JsonObject;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders many templates with the variables of one host: those of {@code expression-variables.json}. */
final class RenderedTemplates {
    private static final String HOSTS = """
            masters: {hosts: {h: , other.lan: {own: 2, twice: '{{ own * 2 }}'}}}
            rack: {children: {masters: }}
            """;

    private RenderedTemplates() {}

    /**
     * What became of a template.
     *
     * @param value as {@code Value.plain()} gives it, if there is no problem
     */
    record Outcome(
            String template,
            @Nullable Object value,
            @Nullable Problem problem) {
        boolean fails() {
            return problem != null;
        }
    }

    /** Writes the inventory that both sides read; each template is a variable. */
    static Inventory load(Path folder, List<String> templates) throws IOException, InventoryException {
        JsonObject variables = new JsonObject();
        for (int i = 0; i < templates.size(); i++) {
            variables.addProperty("template" + i, templates.get(i));
        }
        return new InventoryFiles(folder)
                .write("hosts.yaml", HOSTS)
                .write("group_vars/all/variables.json", Goldens.text("expression-variables.json"))
                .write("group_vars/all/templates.json", variables.toString())
                .load("hosts.yaml");
    }

    static List<Outcome> render(Path folder, List<String> templates) throws IOException, InventoryException {
        List<Outcome> outcomes = new ArrayList<>();
        for (String template : templates) {
            // Each for itself: what all templates of an inventory do together is bounded too.
            outcomes.add(outcome(load(folder, List.of(template)).variables("h"), template, "template0"));
        }
        return outcomes;
    }

    private static Outcome outcome(HostVariables variables, String template, String name) {
        try {
            return new Outcome(template, variables.value(name).orElseThrow().plain(), null);
        } catch (InventoryException refused) {
            return new Outcome(template, null, refused.problems().getFirst());
        }
    }
}
