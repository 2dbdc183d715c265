package io.urania.engine.resource.boot;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.State;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.MarkedLines;
import io.urania.engine.resource.file.PlannedText;
import io.urania.engine.resource.file.Unwritable;
import io.urania.engine.shell.Shell;
import io.urania.engine.system.HardwareProbe;
import io.urania.engine.system.SystemProbe;
import io.urania.engine.text.ResourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a Raspberry Pi's firmware is told about the kernel that it starts, in a block at the end of its config.txt
 * (raspberrypi.com, "config.txt"). On any other machine there is nothing to do. It is in force after a {@link Restart}.
 *
 * @param smallPages whether a Raspberry Pi 5 gets the kernel with memory pages of 4 KiB, where it has larger ones
 * @param wideKernel whether the kernel is one of 64 bits; empty if the firmware may choose
 */
public record FirmwareSettings(boolean smallPages, Optional<Boolean> wideKernel) implements Resource {

    /** Nothing is asked for: what was set before is taken back. */
    public static final FirmwareSettings NONE = new FirmwareSettings(false, Optional.empty());

    private static final int SMALL_PAGE = 4096;
    private static final String SMALL_PAGES = "[pi5]\nkernel=kernel8.img\n";

    @Override
    public String name() {
        return "firmware settings";
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(BootProbe.QUESTION, HardwareProbe.QUESTION);
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        BootFact boot = planning.facts().answer(BootProbe.QUESTION);
        Optional<String> path = boot.firmwareFile();
        if (path.isEmpty()) {
            return Optional.empty();
        }
        String text = boot.text(path.get()).orElseThrow();
        String lines = lines(planning.facts());
        String wanted = MarkedLines.in(text).with(lines);
        if (wanted.equals(text)) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                Action.CHANGE,
                (lines.isEmpty() ? "remove Urania's settings from " : "configure the firmware in ") + path.get(),
                State.content("other settings", path.get(), text),
                State.content(lines.isEmpty() ? "as it was" : words(planning.facts()), path.get(), wanted),
                new Operation(
                        "file=" + Shell.quote(path.get()) + "\n"
                                + Unwritable.trap()
                                + "sum=" + Payload.text(text).sha256() + "\n"
                                + PlannedText.check()
                                + ResourceText.beside(FirmwareSettings.class, "writing-firmware.sh"),
                        List.of(Payload.text(wanted)))));
    }

    /** Lines that follow a block are meant for all models again. */
    private String lines(Facts facts) {
        String block = wideKernel
                        .map(wide -> "[all]\narm_64bit=" + (wide ? 1 : 0) + "\n")
                        .orElse("")
                + (needsSmallPages(facts) ? SMALL_PAGES : "");
        return block.isEmpty() ? "" : block + "[all]\n";
    }

    private String words(Facts facts) {
        List<String> words = new ArrayList<>();
        wideKernel.ifPresent(wide -> words.add("a kernel of " + (wide ? 64 : 32) + " bits"));
        if (needsSmallPages(facts)) {
            words.add("memory pages of 4 KiB on a Raspberry Pi 5");
        }
        return String.join(", ", words);
    }

    /** Where pages are small, they may be so because of the block. */
    private boolean needsSmallPages(Facts facts) {
        BootFact boot = facts.answer(BootProbe.QUESTION);
        boolean isSet = boot.firmwareFile()
                .flatMap(boot::text)
                .filter(text -> MarkedLines.in(text).blocks().stream().anyMatch(block -> block.contains(SMALL_PAGES)))
                .isPresent();
        return smallPages && (isSet || facts.answer(HardwareProbe.QUESTION).pageBytes() != SMALL_PAGE);
    }

    /** Why the machine has to be started again for what its file says already; empty if it has not. */
    Optional<String> pending(Facts facts) {
        if (facts.answer(BootProbe.QUESTION).firmwareFile().isEmpty()) {
            return Optional.empty();
        }
        int pages = facts.answer(HardwareProbe.QUESTION).pageBytes();
        if (needsSmallPages(facts) && pages != SMALL_PAGE) {
            return Optional.of("the running kernel has memory pages of " + pages / 1024 + " KiB");
        }
        boolean isWide = facts.answer(SystemProbe.QUESTION).machine().equals("aarch64");
        return wideKernel
                .filter(wide -> wide != isWide)
                .map(wide -> "the running kernel has " + (wide ? 32 : 64) + " bits");
    }
}
