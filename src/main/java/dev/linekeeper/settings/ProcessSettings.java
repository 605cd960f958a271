package dev.linekeeper.settings;

import dev.linekeeper.core.forecast.OwnersFigures;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Settings of this process, from its system properties and environment variables, without starting the application. */
public final class ProcessSettings {
    private ProcessSettings() {}

    /** What the owner filled in. */
    public static OwnersFigures figures() {
        var sources = new StandardEnvironment().getPropertySources();
        return new OwnersFigures(
                bound("linekeeper.forecast", ForecastSettings.class, sources).assumptions(),
                bound("linekeeper.cost", CostSettings.class, sources).prices());
    }

    /** As the application binds: a key that means nothing is a failure, except among environment variables. */
    static <T> T bound(String prefix, Class<T> type, Iterable<PropertySource<?>> sources) {
        var all = new MutablePropertySources();
        sources.forEach(all::addLast);
        var strict = new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter());
        return new Binder(ConfigurationPropertySources.from(all)).bindOrCreate(prefix, Bindable.of(type), strict);
    }
}
