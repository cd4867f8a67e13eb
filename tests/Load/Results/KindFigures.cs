using Tocsin.Tests.Load.Measuring;

namespace Tocsin.Tests.Load.Results;

/// <summary>One kind of request.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Latency">From when it was meant to be sent until its answer was read.</param>
/// <param name="Service">From when it was sent.</param>
public sealed record KindFigures(string Name, LatencyFigures Latency, LatencyFigures Service)
{
    /// <summary>All kinds of a book.</summary>
    public static IReadOnlyList<KindFigures> Of(LatencyBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return [.. book.Latencies().Zip(book.Services(), (latency, service) => new KindFigures(latency.Name, latency, service))];
    }
}
