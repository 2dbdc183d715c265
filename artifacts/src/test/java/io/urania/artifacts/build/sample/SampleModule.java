package io.urania.artifacts.build.sample;

/** Whose package has a catalog with one little program. */
public final class SampleModule {
    private SampleModule() {}
}
