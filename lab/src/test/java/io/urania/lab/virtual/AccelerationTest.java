package io.urania.lab.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccelerationTest {
    private static final List<String> INTEL = List.of("processor\t: 0", "flags\t\t: fpu vme vmx ssse3");
    private static final List<String> PLAIN = List.of("processor\t: 0", "flags\t\t: fpu vme hypervisor");

    @Test
    void theProcessorIsUsedWhereItsVirtualisationAndTheDeviceAreThere() {
        assertThat(Acceleration.of(Hardware.X86, true, INTEL)).isEqualTo(Acceleration.KVM);
        assertThat(Acceleration.of(Hardware.ARM, true, List.of())).isEqualTo(Acceleration.KVM);
    }

    @Test
    void aDeviceWithoutAProcessorThatVirtualisesIsNotBelieved() {
        assertThat(Acceleration.of(Hardware.X86, true, PLAIN)).isEqualTo(Acceleration.TRANSLATION_X86);
    }

    @Test
    void withoutTheDeviceInstructionsAreTranslated() {
        assertThat(Acceleration.of(Hardware.X86, false, INTEL)).isEqualTo(Acceleration.TRANSLATION_X86);
        assertThat(Acceleration.of(Hardware.ARM, false, List.of())).isEqualTo(Acceleration.TRANSLATION);
    }
}
