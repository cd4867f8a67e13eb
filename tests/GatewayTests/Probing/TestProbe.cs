using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Tocsin.Probing;

namespace Tocsin.Tests.GatewayTests.Probing;

/// <summary>A probe without its process, and what it counts.</summary>
internal sealed class TestProbe : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MeterListener _listener = new();
    private readonly List<(string Step, string Outcome)> _steps = [];
    private readonly Probe _probe;

    public TestProbe(
        TimeProvider time, IEnumerable<HttpClient> gateways, string? tokenFile = null, string unit = "PROBE", string? devKey = null)
    {
        var factory = _services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == factory)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>(
            (_, value, tags, _) => Heard(value, tags.ToArray().ToDictionary(t => t.Key, t => (string)t.Value!)));
        _listener.SetMeasurementEventCallback<double>(
            (instrument, value, _, _) => LastSuccess = instrument.Name == "tocsin.probe.last_success" ? value : LastSuccess);
        _listener.Start();
        var metrics = new ProbeMetrics(factory, time);
        var tokens = new ProbeTokens(tokenFile, devKey);
        tokens.Begin();
        var desk = new ProbeDesk([.. gateways.Select(g => new ProbeClient(g, tokens))], metrics, time, NullLogger<ProbeDesk>.Instance);
        var exercise = new ProbeExercise(unit);
        _probe = new Probe(
            desk,
            new ProbeUnit(desk, tokens, unit),
            exercise,
            new ProbeLeftovers(desk, exercise, unit, NullLogger<ProbeLeftovers>.Instance),
            metrics,
            time,
            new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance),
            NullLogger<Probe>.Instance);
    }

    /// <summary>What it counted, in order: <c>create done</c>.</summary>
    public IEnumerable<string> Steps => _steps.Select(s => $"{s.Step} {s.Outcome}");

    /// <summary>When a round last came through, in seconds since 1970; null: never.</summary>
    public double? LastSuccess { get; private set; }

    /// <summary>One of several gateways that are made up.</summary>
    public static HttpClient Way(HttpMessageHandler handler, string address = "http://gateway") =>
        new(handler, disposeHandler: false) { BaseAddress = new Uri(address), Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>What is due now.</summary>
    public async Task TickAsync()
    {
        await _probe.TickAsync(CancellationToken.None);
        _listener.RecordObservableInstruments();
    }

    /// <summary>Starts it as a process does.</summary>
    public Task StartAsync() => _probe.StartAsync(CancellationToken.None);

    /// <summary>Tells it to stop.</summary>
    public Task StopAsync() => _probe.StopAsync(CancellationToken.None);

    /// <summary>What it counted so far is forgotten.</summary>
    public void Forget() => _steps.Clear();

    public void Dispose()
    {
        _probe.Dispose();
        _listener.Dispose();
        _services.Dispose();
    }

    private void Heard(long count, Dictionary<string, string> tags)
    {
        lock (_steps)
            _steps.AddRange(Enumerable.Repeat((tags["step"], tags["outcome"]), (int)count));
    }
}
