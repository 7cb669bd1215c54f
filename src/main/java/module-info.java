/** Takes KCSAN and lockdep reports out of logs: {@link org.unsplat.Reports} is the entry point. */
@SuppressWarnings(
        "requires-automatic") // aircompressor and jte are no modules yet, and nothing of them shows in our exports
module org.unsplat {
    requires static info.picocli; // the command line alone needs this one
    requires static de.siegmar.fastcsv; // and this one
    requires static gg.jte.runtime; // the page needs it
    requires tools.jackson.core;
    requires java.xml;
    requires org.tukaani.xz;
    requires aircompressor;
    requires org.apache.commons.compress;
    requires static io.soabase.recordbuilder.core; // generates the builders of the model when it is compiled
    requires static transitive java.compiler; // has the annotation that they carry

    exports org.unsplat;
    exports org.unsplat.model;
}
