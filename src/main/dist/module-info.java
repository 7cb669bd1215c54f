/** The module of the image. It contains all dependencies, because jlink accepts no automatic modules. */
module org.unsplat {
    requires java.xml;
    requires jdk.unsupported;

    exports org.unsplat;
    exports org.unsplat.model;
}
