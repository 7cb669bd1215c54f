/** The module of the image: the program with all that it needs in one, for jlink takes no automatic module. */
module org.unsplat {
    requires java.xml;
    requires jdk.unsupported;

    exports org.unsplat;
    exports org.unsplat.model;
}
