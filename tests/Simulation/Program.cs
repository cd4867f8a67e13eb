using System.Diagnostics;
using System.Globalization;
using Tocsin.Tests.Simulation;

if (Read(args) is not { } options)
{
    Console.Error.WriteLine(
        "Simulation --commands N --seed N [--scenario Ordinary|LostStatus|ExceptionStorm|SlowLeak] " +
        "[--sabotage None|BlindAppend|ForgottenCommands|UncheckedNo|BlindWatch]");
    return 2;
}

var watch = Stopwatch.StartNew();
try
{
    var total = Simulator.Run(options, soFar =>
    {
        if (!Console.IsOutputRedirected)
            Console.Write($"\r{soFar.Commands:N0} commands");
    });
    var seconds = watch.Elapsed.TotalSeconds;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"\r{options.Scenario}, seed {options.Seed}: {total.Commands:N0} commands, {total.Refusals:N0} of them refused, " +
        $"{total.Events:N0} events, {total.Steps:N0} steps, {total.Silos:N0} silos; " +
        $"0 violations. {seconds:N1} s, {total.Commands / seconds:N0} commands/s."));
    return 0;
}
catch (ViolationException violation)
{
    Console.WriteLine();
    Console.Error.WriteLine(violation.Message);
    return 1;
}

static SimulationOptions? Read(string[] args)
{
    var options = new SimulationOptions(1, 10_000);
    if (args.Length % 2 != 0)
        return null;
    for (var i = 0; i < args.Length; i += 2)
    {
        var (name, value) = (args[i], args[i + 1]);
        if (name == "--commands" && int.TryParse(value, out var commands) && commands > 0)
            options = options with { Commands = commands };
        else if (name == "--seed" && int.TryParse(value, out var seed))
            options = options with { Seed = seed };
        else if (name == "--scenario" && Enum.TryParse<Scenario>(value, true, out var scenario))
            options = options with { Scenario = scenario };
        else if (name == "--sabotage" && Enum.TryParse<Sabotage>(value, true, out var sabotage))
            options = options with { Sabotage = sabotage };
        else
            return null;
    }

    return options;
}
