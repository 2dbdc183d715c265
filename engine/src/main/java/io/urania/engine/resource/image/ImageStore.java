package io.urania.engine.resource.image;

/**
 * The images of a container runtime on a host.
 *
 * @param socket the runtime's socket; where there is none, there are no images
 * @param list quoted command that prints the references of all images, each on a line
 * @param importing quoted command that imports the archive whose path is put after it
 */
public record ImageStore(String socket, String list, String importing) {}
