package io.urania.cluster.system.arch;

import io.urania.artifacts.Architecture;
import io.urania.cluster.system.OperatingSystem;
import io.urania.cluster.system.Provision;
import io.urania.cluster.system.Release;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.SystemPath;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.PackageManager;
import io.urania.engine.system.pacman.Pacman;
import java.util.List;

/** Arch Linux on x86, and whatever says that it is like it. */
public record ArchLinux() implements OperatingSystem {

    @Override
    public String name() {
        return "Arch Linux";
    }

    @Override
    public String recognition() {
        return "os-release has `ID=arch`";
    }

    @Override
    public boolean is(OsRelease said) {
        return said.id().equals("arch");
    }

    @Override
    public boolean isBaseOf(OsRelease said) {
        return said.isLike("arch");
    }

    @Override
    public List<Release> releases() {
        return List.of(Release.of("", "", Architecture.AMD64));
    }

    @Override
    public PackageManager packageManager() {
        return new Pacman();
    }

    @Override
    public Provision provision(Software software, Release release) {
        return ArchFamily.provision(software);
    }

    /** The boot loader has the arguments, and kernel-install(8) hands this file's to it. */
    @Override
    public String path(SystemPath path, Release release) {
        return switch (path) {
            case KERNEL_ARGUMENTS -> "/etc/kernel/cmdline";
            case LOAD_BALANCER_ROOT -> ArchFamily.LOAD_BALANCER_ROOT;
            case LOAD_BALANCER_SOCKET -> ArchFamily.LOAD_BALANCER_SOCKET;
        };
    }

    @Override
    public List<String> directories() {
        return List.of();
    }
}
