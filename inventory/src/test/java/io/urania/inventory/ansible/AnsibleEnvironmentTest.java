package io.urania.inventory.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("ansible")
class AnsibleEnvironmentTest {
    @TempDir
    private Path folder;

    @Test
    void rendersATemplateWithTheVariablesOfAHost() throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts.yaml"), "all: {hosts: {h: {net: 10.0.0.0/24}}}");
        try (PythonProcess ansible = PythonProcess.start(AnsibleEnvironment.prepare(), "templates.py", folder)) {
            JsonObject inventory = new JsonObject();
            inventory.addProperty("inventory", hosts.toString());
            inventory.addProperty("host", "h");
            ansible.ask(inventory);

            assertThat(ansible.ask(template("{{ net | ansible.utils.ipaddr('prefix') }}"))
                            .get("value")
                            .getAsInt())
                    .isEqualTo(24);
            assertThat(ansible.ask(template("{{ nosuch }}")).get("error").getAsString())
                    .contains("undefined");
        }
    }

    @Test
    void isMadeOnceAndUsedAgain() throws Exception {
        assertThat(AnsibleEnvironment.prepare().python())
                .isEqualTo(AnsibleEnvironment.prepare().python());
    }

    private static JsonObject template(String text) {
        JsonObject request = new JsonObject();
        request.addProperty("template", text);
        return request;
    }
}
