package io.urania.cluster.kubespray;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The newest tag of every release in a git repository, and its head. */
final class GitCheckout implements KubesprayCheckout {
    private static final Pattern TAG = Pattern.compile("v2\\.(\\d+)\\.(\\d+)");
    private static final Pattern BLOB = Pattern.compile("100\\d+ blob ([0-9a-f]+)\\t(.*)");

    private final Path directory;
    private final SortedMap<Release, String> commits = new TreeMap<>();

    GitCheckout(Path directory) throws IOException {
        this.directory = directory;
        Map<Release, Integer> patches = new TreeMap<>();
        for (String line : output("tag", "--list", "v2.*")) {
            Matcher tag = TAG.matcher(line);
            if (tag.matches()) {
                Release release = new Release(Integer.parseInt(tag.group(1)));
                int patch = Integer.parseInt(tag.group(2));
                if (release.compareTo(Release.OLDEST) >= 0 && patch >= patches.getOrDefault(release, -1)) {
                    patches.put(release, patch);
                    commits.put(release, line);
                }
            }
        }
        commits.put(Release.DEVELOPMENT, "HEAD");
    }

    @Override
    public Collection<Release> releases() {
        return commits.keySet();
    }

    @Override
    public Map<String, String> files(Release release, Predicate<String> wanted) {
        try {
            Map<String, String> objects = new TreeMap<>();
            for (String line : output("ls-tree", "-r", commits.getOrDefault(release, ""))) {
                Matcher blob = BLOB.matcher(line);
                if (blob.matches() && wanted.test(blob.group(2))) {
                    objects.put(blob.group(2), blob.group(1));
                }
            }
            return texts(objects);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> texts(Map<String, String> objects) throws IOException {
        Process git = start("cat-file", "--batch");
        Map<String, String> texts = new TreeMap<>();
        try (OutputStream ask = git.getOutputStream();
                DataInputStream answer = new DataInputStream(git.getInputStream())) {
            for (Map.Entry<String, String> object : objects.entrySet()) {
                ask.write((object.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
                ask.flush();
                String[] header = header(answer).split(" ", -1);
                byte[] bytes = answer.readNBytes(Integer.parseInt(header[2]));
                answer.readByte();
                texts.put(object.getKey(), new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static String header(DataInputStream answer) throws IOException {
        StringBuilder line = new StringBuilder();
        for (byte next = answer.readByte(); next != '\n'; next = answer.readByte()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private List<String> output(String... arguments) throws IOException {
        Process git = start(arguments);
        git.getOutputStream().close();
        String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return text.lines().toList();
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "--git-dir=" + directory));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
