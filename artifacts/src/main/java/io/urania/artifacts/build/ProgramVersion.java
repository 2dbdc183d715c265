package io.urania.artifacts.build;

import java.util.List;
import java.util.Optional;

/**
 * One version of a program that can be built.
 *
 * @param version the version as the project tags it
 * @param files the wrapper module's files besides go.mod and go.sum
 * @param linked a module that has to be patched
 * @param generatedOpenApi whether Kubernetes' OpenAPI definitions have to be generated first
 */
record ProgramVersion(String version, List<String> files, Optional<LinkedModule> linked, boolean generatedOpenApi) {
    ProgramVersion {
        files = List.copyOf(files);
    }
}
