// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code ser} command: hears emotions in speech, and makes and measures the models for it. */
@Command(
    name = "ser",
    description = "Hears how something is said: emotions in speech.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Ser.Version.class,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is well",
      "1:something failed; a message says what",
      "2:the command line is wrong"
    })
public final class Ser implements Runnable {
  /** All is well. */
  static final int OK = 0;

  /** Something failed. */
  static final int FAILED = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  private final Console console;

  @Spec private CommandSpec command;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      order = 1000,
      description = "Show where an error comes from.")
  private boolean debug;

  private Ser(Console console) {
    this.console = console;
  }

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(run(Console.system(), args));
  }

  /** Runs a command and returns its exit code. */
  static int run(Console console, String... args) {
    int code = commandLine(console).execute(args);
    console.err().flush();
    // Results that could not be written, on a full disk say, are no success. This flushes, too.
    return console.out().checkError() && code == OK ? FAILED : code;
  }

  private static CommandLine commandLine(Console console) {
    CommandLine line = new CommandLine(new Ser(console));
    line.addSubcommand(new ClassifyCommand());
    line.addSubcommand(new ListenCommand());
    line.addSubcommand(new FeaturesCommand());
    line.addSubcommand(new InspectCommand());
    line.addSubcommand(new TrainCommand());
    line.addSubcommand(new EvaluateCommand());
    line.addSubcommand(new AblateCommand());
    line.addSubcommand(new MeasureCommand());
    line.addSubcommand(new StudyCommand());
    line.addSubcommand(new CommandLine.HelpCommand());
    line.setOut(writer(console.out(), console));
    line.setErr(writer(console.err(), console));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(console.interactive() ? Ansi.AUTO : Ansi.OFF));
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler((problem, args) -> wrongUsage(problem));
    line.setExecutionExceptionHandler((problem, command, result) -> failed(problem, command));
    return line;
  }

  private static PrintWriter writer(PrintStream stream, Console console) {
    return new PrintWriter(new OutputStreamWriter(stream, console.charset()), true);
  }

  /** Without a command there is nothing to do but to say which there are. */
  @Override
  public void run() {
    throw new MissingSubcommand(command.commandLine());
  }

  private static int wrongUsage(ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    if (problem instanceof MissingSubcommand) {
      command.usage(err);
      return USAGE;
    }
    err.println("ser: " + problem.getMessage().replaceFirst("^Error: ", ""));
    if (!UnmatchedArgumentException.printSuggestions(problem, err)) {
      err.println("Try `" + command.getCommandSpec().qualifiedName() + " --help`.");
    }
    return USAGE;
  }

  private static int failed(Exception problem, CommandLine command) {
    Ser ser = (Ser) command.getCommandSpec().root().userObject();
    command.getErr().println("ser: " + Messages.of(problem));
    ser.explain(problem);
    return FAILED;
  }

  /** Shows where a problem comes from, if that was asked for. */
  void explain(Throwable problem) {
    if (debug) {
      problem.printStackTrace(console.err());
    }
  }

  /** Returns the streams of this run. */
  Console console() {
    return console;
  }

  /** No command was named. */
  private static final class MissingSubcommand extends ParameterException {
    private static final long serialVersionUID = 1;

    MissingSubcommand(CommandLine command) {
      super(command, "no command");
    }
  }

  /** Reads the version out of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Ser.class.getPackage().getImplementationVersion();
      return new String[] {"ser " + (version == null ? "(not packaged)" : version)};
    }
  }
}
