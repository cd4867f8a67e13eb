using Tocsin.Hosting;
using Tocsin.Units;

namespace Tocsin.Probing;

/// <summary>The probe's unit: no car. It is registered once, by an administrator; the probe itself is a dispatcher and no more.</summary>
/// <param name="desk">Who does it.</param>
/// <param name="tokens">The tokens.</param>
/// <param name="unit">The unit's id.</param>
internal sealed class ProbeUnit(ProbeDesk desk, ProbeTokens tokens, string unit)
{
    /// <summary>Sees that it is there, and is no real one.</summary>
    /// <returns>Whether it may be sent.</returns>
    /// <exception cref="MisconfigurationException">It is not registered, or is a real one.</exception>
    public async Task<bool> IsThereAsync(CancellationToken stop)
    {
        var reply = await desk.DoAsync(ProbeSteps.Unit, ProbeRequest.Get("/units/" + unit) with { MayBeMissing = true }, stop);
        if (reply.Status == StatusCodes.Status404NotFound)
            reply = await RegisterAsync(stop);
        if (!reply.IsDone)
            return false;
        return reply.Text("kind") == UnitKinds.Probe
            ? true
            : throw new MisconfigurationException("--unit", $"names {unit}, which is a real unit: the probe sends none but of the kind '{UnitKinds.Probe}'");
    }

    private Task<ProbeReply> RegisterAsync(CancellationToken stop) => tokens.IsFree
        ? desk.DoAsync(ProbeSteps.Unit, new ProbeRequest(HttpMethod.Put, "/units/" + unit, new { callSign = unit, kind = UnitKinds.Probe }) { Role = ProbeTokens.Admin }, stop)
        : throw new MisconfigurationException(
            "--unit", $$"""names {{unit}}, which is not registered: an administrator does so once, PUT /api/v1/units/{{unit}} {"callSign": "{{unit}}", "kind": "{{UnitKinds.Probe}}"}""");
}
