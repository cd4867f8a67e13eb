using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>Remembers what is logged.</summary>
internal sealed class LogBook : ILoggerProvider
{
    /// <summary>A line of the log.</summary>
    public sealed record Line(string Category, int EventId, LogLevel Level, string Text, Exception? Exception);

    /// <summary>All lines so far.</summary>
    public ConcurrentQueue<Line> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Writer(LogBook book, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            book.Lines.Enqueue(new Line(category, eventId.Id, logLevel, formatter(state, exception), exception));
    }
}
