package io.urania.cluster.system.archarm;

import io.urania.artifacts.Architecture;
import io.urania.cluster.system.OperatingSystem;
import io.urania.cluster.system.Provision;
import io.urania.cluster.system.Release;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.SystemPath;
import io.urania.cluster.system.arch.ArchFamily;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.PackageManager;
import io.urania.engine.system.pacman.Pacman;
import java.util.List;

/** Arch Linux ARM: another project than Arch Linux, with packages made from the same recipes. */
public record ArchLinuxArm() implements OperatingSystem {

    @Override
    public String name() {
        return "Arch Linux ARM";
    }

    @Override
    public String recognition() {
        return "os-release has `ID=archarm`";
    }

    @Override
    public boolean is(OsRelease said) {
        return said.id().equals("archarm");
    }

    @Override
    public boolean isBaseOf(OsRelease said) {
        return said.isLike("archarm");
    }

    @Override
    public List<Release> releases() {
        return List.of(Release.of("", "", Architecture.ARM64, Architecture.ARM));
    }

    @Override
    public PackageManager packageManager() {
        return new Pacman();
    }

    @Override
    public Provision provision(Software software, Release release) {
        return ArchFamily.provision(software);
    }

    /**
     * Of the package linux-rpi, whose kernel the firmware starts; linux-aarch64 gets them from boot.txt by U-Boot, and has the memory
     * controller on by itself.
     */
    @Override
    public String path(SystemPath path, Release release) {
        return switch (path) {
            case KERNEL_ARGUMENTS -> "/boot/cmdline.txt";
            case LOAD_BALANCER_ROOT -> ArchFamily.LOAD_BALANCER_ROOT;
            case LOAD_BALANCER_SOCKET -> ArchFamily.LOAD_BALANCER_SOCKET;
        };
    }

    @Override
    public List<String> directories() {
        return List.of();
    }
}
