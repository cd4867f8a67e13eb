using OpenTelemetry.Trace;

namespace Tocsin.Telemetry;

/// <summary>
/// Begins traces at requests and at clocks that fire, and nowhere else: what processes tell each other all the time (the live picture,
/// membership) begins none.
/// Of those, the share that is wanted, by the trace id: so every process decides alike.
/// </summary>
/// <param name="ratio">The share, 0 to 1.</param>
internal sealed class RootSampler(double ratio) : Sampler
{
    // What ASP.NET Core calls a request before its route is known.
    private const string Request = "Microsoft.AspNetCore.Hosting.HttpRequestIn";

    private readonly TraceIdRatioBasedSampler _share = new(ratio);

    /// <inheritdoc/>
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        samplingParameters.Name is Request or Spans.Firing
            ? _share.ShouldSample(samplingParameters)
            : new SamplingResult(SamplingDecision.Drop);
}
