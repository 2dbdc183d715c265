package io.urania.inventory.source;

import io.urania.inventory.value.MapValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the files of {@code group_vars} or {@code host_vars} set, by the directory that holds the folder and by name. */
final class FileLayers {
    private final List<Map<String, List<MapValue>>> besideSources = new ArrayList<>();
    private final Map<String, List<MapValue>> ofWorkingDirectory;

    FileLayers(VariableFiles files, String folder, List<Path> directories, Path workingDirectory, List<String> names) {
        directories.forEach(directory -> besideSources.add(read(files, directory.resolve(folder), names)));
        ofWorkingDirectory = read(files, workingDirectory.resolve(folder), names);
    }

    /** What the folders beside the sources set: source by source, and of each source name by name. */
    List<MapValue> ofSources(List<String> names) {
        List<MapValue> layers = new ArrayList<>();
        besideSources.forEach(source -> add(source, names, layers));
        return layers;
    }

    List<MapValue> ofWorkingDirectory(List<String> names) {
        List<MapValue> layers = new ArrayList<>();
        add(ofWorkingDirectory, names, layers);
        return layers;
    }

    List<MapValue> all() {
        List<MapValue> layers = new ArrayList<>();
        besideSources.forEach(source -> source.values().forEach(layers::addAll));
        ofWorkingDirectory.values().forEach(layers::addAll);
        return layers;
    }

    private static void add(Map<String, List<MapValue>> source, List<String> names, List<MapValue> layers) {
        names.forEach(name -> layers.addAll(source.getOrDefault(name, List.of())));
    }

    private static Map<String, List<MapValue>> read(VariableFiles files, Path folder, List<String> names) {
        Map<String, List<MapValue>> byName = new HashMap<>();
        for (String name : names) {
            List<MapValue> found = files.read(folder, name);
            if (!found.isEmpty()) {
                byName.put(name, found);
            }
        }
        return byName;
    }
}
