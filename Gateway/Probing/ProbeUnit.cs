using Tocsin.Hosting;
using Tocsin.Units;

namespace Tocsin.Probing;

/// <summary>The probe's unit, which is not a real one. An administrator registers it once; the probe itself is only a dispatcher.</summary>
/// <param name="desk">Carries out the steps.</param>
/// <param name="tokens">The tokens.</param>
/// <param name="unit">The unit's id.</param>
internal sealed class ProbeUnit(ProbeDesk desk, ProbeTokens tokens, string unit)
{
    /// <summary>Checks that it is registered, and not a real one.</summary>
    /// <returns>Whether it can be assigned.</returns>
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
            : throw new MisconfigurationException(
                "--unit", $"names {unit}, which is a real unit: the probe sends only units of the kind '{UnitKinds.Probe}'");
    }

    private ProbeRequest Registration => new(HttpMethod.Put, "/units/" + unit, new { callSign = unit, kind = UnitKinds.Probe })
    {
        Role = ProbeTokens.Admin,
    };

    private Task<ProbeReply> RegisterAsync(CancellationToken stop) => tokens.IsFree
        ? desk.DoAsync(ProbeSteps.Unit, Registration, stop)
        : throw new MisconfigurationException(
            "--unit",
            $"names {unit}, which is not registered: an administrator does so once, PUT /api/v1/units/{unit} "
                + $$"""{"callSign": "{{unit}}", "kind": "{{UnitKinds.Probe}}"}""");
}
