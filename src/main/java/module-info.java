/** Takes KCSAN and lockdep reports out of logs: {@link org.unsplat.Reports} is the entry point. */
@SuppressWarnings("requires-automatic") // aircompressor and jte are not modules; no exported type uses theirs
module org.unsplat {
    requires static info.picocli; // only the command line needs it
    requires static de.siegmar.fastcsv; // only the command line needs it
    requires static gg.jte.runtime; // only the HTML page needs it
    requires tools.jackson.core;
    requires java.xml;
    requires org.tukaani.xz;
    requires aircompressor;
    requires org.apache.commons.compress;
    requires static io.soabase.recordbuilder.core; // compile time only: generates the builders of the model
    requires static transitive java.compiler; // has the annotation that generated builders carry

    exports org.unsplat;
    exports org.unsplat.model;
}
