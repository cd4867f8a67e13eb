using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Tocsin.Tests.Journal.PostgreSql;

/// <summary>Writes what the journal logs to the test's output.</summary>
internal sealed class OutputLoggers(ITestOutputHelper output) : ILoggerFactory, ILogger
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        output.WriteLine($"{_clock.Elapsed.TotalSeconds:F3} {formatter(state, exception)} {exception}");
}
