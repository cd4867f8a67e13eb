using Microsoft.Extensions.Logging;
using Tocsin.Background;

namespace Tocsin.Bearers;

/// <summary>
/// Asks the other silos how far they demand tokens, so that tokens are demanded once no silo and no gateway of before is left, and not
/// before. Silos are known by the membership, which only silos can write; so no client can make the cluster believe that one of before is
/// there. A client can only keep it from demanding tokens for the first time, by calling as a gateway of before.
/// </summary>
internal sealed partial class BearerRounds(
    BearerDemand demand,
    BearerServiceClient services,
    ISiloStatusOracle silos,
    ILocalSiloDetails self,
    TimeProvider time,
    ILogger<BearerRounds> logger)
    : MembershipService(silos, time)
{
    private readonly HashSet<SiloAddress> _older = [];
    private bool? _said;

    /// <inheritdoc/>
    protected override void Changed(SiloStatus status)
    {
        if (status is SiloStatus.Joining or SiloStatus.Active)
            demand.Doubt();
    }

    /// <inheritdoc/>
    protected override async Task<TimeSpan> RoundAsync(CancellationToken stoppingToken)
    {
        if (!demand.IsConfigured)
            await AskAsync();
        Say();
        return demand.IsConfigured ? Timeout.InfiniteTimeSpan : BearerLimits.AskInterval;
    }

    private async Task AskAsync()
    {
        var others = Silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Where(s => !s.Equals(self.SiloAddress)).ToList();
        _older.IntersectWith(others);
        var answers = await Task.WhenAll(others.Select(AskAsync));
        // One that does not answer now is asked again; until then it stays as it was.
        if (answers.All(a => a.Answered))
            demand.Told([.. answers.Select(a => a.State)]);
    }

    private async Task<(bool Answered, BearerState? State)> AskAsync(SiloAddress silo)
    {
        lock (_older)
        {
            if (_older.Contains(silo))
                return (true, null);
        }

        try
        {
            return (true, await services.At(silo).State().WaitAsync(BearerLimits.AskTimeout, Time));
        }
        catch (TypeLoadException)
        {
            // A program of before does not know the question: it never will.
            lock (_older)
                _older.Add(silo);
            return (true, null);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogNotAnswered(silo.ToString(), exception.Message);
            return (false, null);
        }
    }

    private void Say()
    {
        if (demand.IsBinding == _said)
            return;
        _said = demand.IsBinding;
        if (!demand.IsBinding)
            LogNotDemanded();
        else if (!demand.IsConfigured)
            LogDemanded();
    }

    [LoggerMessage(2842, LogLevel.Information, "Calls of gateways are checked: each acts for the person of its token only")]
    private partial void LogDemanded();

    [LoggerMessage(2843, LogLevel.Warning,
        "Calls of gateways without a token are not refused: that is for the time of an upgrade. It ends by itself once all silos and "
        + "gateways are of this version, unless Tocsin:Bearers:Unchecked is true; with false it does not begin")]
    private partial void LogNotDemanded();

    [LoggerMessage(2844, LogLevel.Information, "Silo {Silo} did not say how far it demands tokens ({Reason}); it is asked again")]
    private partial void LogNotAnswered(string silo, string reason);
}
