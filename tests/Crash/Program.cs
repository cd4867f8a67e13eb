// A process with a journal, for tests to kill, to freeze and to trace:
//   DIRECTORY WRITERS          appends until it is killed, and prints a line for each append once it is acknowledged
//   DIRECTORY WRITERS APPENDS  each writer makes so many appends; then it stops as a host does
// DIRECTORY is that of an embedded journal, or the connection string of a PostgreSQL with the schema. The first line says that it
// is open. A folder that cannot be had is one line on the error output and exit code 1.
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tocsin.Hosting;
using Tocsin.Journal;
using Tocsin.Tests.Crash;

var builder = Host.CreateApplicationBuilder();
builder.Logging.ClearProviders();
if (args[0].Contains('=', StringComparison.Ordinal))
{
    builder.Services.AddPostgresJournal(args[0]);
}
else
{
    builder.Services.AddSqliteJournal(args[0]);

    // A process that is traced on a busy machine is slow; what is tested here is not its deadlines.
    builder.Services.Configure<JournalOptions>(options => options.AppendDeadline = options.SettleDeadline = TimeSpan.FromSeconds(60));
}

using var batches = new BatchCount();
try
{
    using var host = builder.Build();
    await host.StartAsync();
    var journal = host.Services.GetRequiredService<IJournal>();
    Console.WriteLine($"open {journal.Epoch}");
    var appends = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : int.MaxValue;
    await Task.WhenAll(Enumerable
        .Range(0, int.Parse(args[1], CultureInfo.InvariantCulture))
        .Select(i => Task.Run(() => Writer.RunAsync(journal, appends))));
    await host.StopAsync();
}
catch (MisconfigurationException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

Console.WriteLine($"batches {batches.Value}");
return 0;
