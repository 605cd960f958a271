package dev.linekeeper.app;

import dev.linekeeper.adapter.cli.CommandLineInterface;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Answers a command, or starts the bot when there is none; {@code mvn spring-boot:run} ends up here. */
@SpringBootApplication(scanBasePackages = "dev.linekeeper", proxyBeanMethods = false)
@ConfigurationPropertiesScan("dev.linekeeper.settings")
public class LinekeeperApplication {
    public static void main(String[] args) {
        CommandLineInterface.run(new ShellSurroundings(), args)
                .ifPresentOrElse(System::exit, () -> SpringApplication.run(LinekeeperApplication.class, args));
    }
}
