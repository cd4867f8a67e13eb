using Microsoft.Extensions.Logging;

namespace Tocsin.Tests.Journal.Timekeeping;

/// <summary>Keeps the ids of what was logged.</summary>
internal sealed class SaidLines<T> : ILogger<T>
{
    public List<int> Ids { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Ids.Add(eventId.Id);
}
