package io.urania.inventory.ansible;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A Python virtual environment with the newest ansible-core that a Python of this machine can run, netaddr, and the ansible.utils
 * collection. It is made once, in the user's cache directory, and used from then on; delete it there to get a newer one.
 */
public final class AnsibleEnvironment {
    /** Changes when the environment is made differently. */
    private static final int RECIPE = 1;

    private static final String COLLECTION = "ansible_collections/ansible/utils/";

    private final Path directory;

    private AnsibleEnvironment(Path directory) {
        this.directory = directory;
    }

    /**
     * The environment, made first if it is not there, which needs the Python package index.
     *
     * @throws IllegalStateException if there is no Python that can run Ansible, or it cannot be installed
     */
    public static AnsibleEnvironment prepare() throws IOException, InterruptedException {
        PythonInterpreter interpreter = PythonInterpreter.newest()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "no Python 3.11 or newer with venv was found: install one, on the PATH or with a version tool"));
        Path cache = Files.createDirectories(cacheDirectory());
        Path directory = cache.resolve("ansible-python3." + interpreter.minor() + "-" + RECIPE);
        try (FileChannel channel = FileChannel.open(
                        cache.resolve(directory.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (!Files.exists(directory)) {
                make(interpreter, cache, directory);
            }
        }
        return new AnsibleEnvironment(directory);
    }

    /** The command that runs Python in this environment; arguments may be added behind it. */
    public List<String> python() {
        return List.of(directory.resolve("bin/python").toString());
    }

    /** The command that runs {@code ansible-inventory}; arguments may be added behind it. */
    public List<String> ansibleInventory() {
        return List.of(directory.resolve("bin/python").toString(), "-m", "ansible.cli.inventory");
    }

    private static Path cacheDirectory() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path caches = configured == null || configured.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return caches.resolve("urania/ansible");
    }

    /** Makes the environment beside its place and moves it there when it is whole. */
    private static void make(PythonInterpreter interpreter, Path cache, Path directory)
            throws IOException, InterruptedException {
        Path draft = Files.createTempDirectory(cache, "draft");
        try {
            run(List.of(interpreter.program().toString(), "-m", "venv", draft.toString()));
            String python = draft.resolve("bin/python").toString();
            run(List.of(python, "-m", "pip", "install", "--quiet", "ansible-core", "netaddr", "jmespath"));
            Path download = Files.createDirectory(draft.resolve("download"));
            run(List.of(
                    python, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", download.toString(), "ansible"));
            unpackCollection(download, draft.resolve("lib/python3." + interpreter.minor() + "/site-packages"));
            delete(download);
            Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            delete(draft);
            throw failure;
        }
    }

    private static void unpackCollection(Path download, Path target) throws IOException {
        try (DirectoryStream<Path> wheels = Files.newDirectoryStream(download, "*.whl")) {
            for (Path wheel : wheels) {
                try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(wheel))) {
                    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                        if (entry.getName().startsWith(COLLECTION) && !entry.isDirectory()) {
                            Path file = target.resolve(entry.getName()).normalize();
                            Files.createDirectories(file.getParent());
                            Files.copy(zip, file);
                        }
                    }
                }
            }
        }
        if (!Files.isDirectory(target.resolve(COLLECTION))) {
            throw new IllegalStateException("the package ansible has no collection ansible.utils");
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
