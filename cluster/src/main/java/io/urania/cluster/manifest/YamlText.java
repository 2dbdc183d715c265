package io.urania.cluster.manifest;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Trees of maps, lists and scalars as YAML documents. */
public final class YamlText {

    private YamlText() {}

    /** The documents' text, block style, keys in the maps' order. */
    public static String of(List<? extends Map<String, ?>> documents) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setExplicitStart(true);
        options.setWidth(200);
        // The other style makes bytes of a text.
        options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        return new Yaml(options).dumpAll(documents.iterator());
    }
}
