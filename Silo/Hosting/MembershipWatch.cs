using System.Net;
using Npgsql;
using Tocsin.Journal;
using Tocsin.Settings;

namespace Tocsin.Hosting;

/// <summary>
/// Compares the membership that this silo believes in with the table that all agree on. The table may go back in time: a standby was
/// promoted that lacked its last change, or a backup was brought back. Orleans ignores a table that is older than what it knows, and from
/// then on silos with different views work beside each other. So the table's version is raised above every view, and all read it anew; a
/// silo that it does not count as active ends itself, and joins as a new one when it is started again.
/// </summary>
/// <param name="settings">Which cluster it is, and where its database is.</param>
/// <param name="local">This silo.</param>
/// <param name="membership">What it believes.</param>
/// <param name="journal">Its epoch tells a former primary, whose table is not judged.</param>
/// <param name="fatal">Ends this silo as one that was voted out.</param>
/// <param name="metrics">What is measured.</param>
/// <param name="time">The clock of its interval.</param>
/// <param name="logger">Where it is told.</param>
internal sealed partial class MembershipWatch(
    TocsinSettings settings,
    ILocalSiloDetails local,
    IClusterMembershipService membership,
    IJournal journal,
    IFatalErrorHandler fatal,
    MembershipMetrics metrics,
    TimeProvider time,
    ILogger<MembershipWatch> logger) : BackgroundService
{
    /// <summary>How often it compares.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>How often in a row it must see the same before it acts: a change reaches view and table at different moments.</summary>
    private const int LooksMin = 2;

    /// <summary>How far above this silo's view the version is raised: no other view is so much newer.</summary>
    private const int RaiseBy = 1_000;

    private static readonly string s_read = $"""
        select journal_epoch(), v.Version, m.Address, m.Port, m.Generation
        from OrleansMembershipVersionTable v
          left join OrleansMembershipTable m on m.DeploymentId = v.DeploymentId and m.Status = {(int)SiloStatus.Active}
        where v.DeploymentId = $1
        """;

    private const string Raise =
        "update OrleansMembershipVersionTable set Version = $2, Timestamp = now() where DeploymentId = $1 and Version <= $3";

    private readonly NpgsqlDataSource _source = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(
        DatabaseConnection.Unpromised(settings.ConnectionString))
    {
        MaxPoolSize = 1,
        Timeout = 2,
        CommandTimeout = 2,
        ApplicationName = "tocsin membership",
        Enlist = false,
    }.ConnectionString).Build();

    private MembershipVerdict _last;
    private int _looks;

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _source.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                // The database is away: the journal's writer says so.
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        var snapshot = membership.CurrentSnapshot;
        if (snapshot.GetSiloStatus(local.SiloAddress) != SiloStatus.Active)
            return;
        var view = new MembershipPicture(
            snapshot.Version.Value,
            snapshot.Members.Values.Where(m => m.Status == SiloStatus.Active).Select(m => m.SiloAddress).ToHashSet());
        if (await ReadAsync(cancellation) is not { } table)
            return;
        metrics.Different(table.DifferenceTo(view));
        var verdict = MembershipPicture.Judge(table, view, local.SiloAddress);
        _looks = verdict == _last ? _looks + 1 : 1;
        _last = verdict;
        if (verdict == MembershipVerdict.Agrees || _looks < LooksMin)
            return;
        _looks = 0;
        if (verdict == MembershipVerdict.NotAMember)
        {
            fatal.OnFatalException(
                this, nameof(MembershipWatch), new InvalidOperationException("The table of members went back and lacks this silo."));
            return;
        }

        LogWentBack(table.Version, view.Version, table.DifferenceTo(view));
        await using var raise = _source.CreateCommand(Raise);
        raise.Parameters.Add(new NpgsqlParameter<string> { TypedValue = settings.ClusterId });
        raise.Parameters.Add(new NpgsqlParameter<int> { TypedValue = checked((int)view.Version + RaiseBy) });
        raise.Parameters.Add(new NpgsqlParameter<int> { TypedValue = checked((int)view.Version) });
        await raise.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The table; null where a former primary shows it, or it has no version yet.</summary>
    private async Task<MembershipPicture?> ReadAsync(CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand(s_read);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = settings.ClusterId });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        int? version = null;
        var active = new HashSet<SiloAddress>();
        while (await rows.ReadAsync(cancellation))
        {
            if (new Epoch(rows.GetString(0)).Precedes(journal.Epoch))
                return null;
            version = rows.GetInt32(1);
            if (!await rows.IsDBNullAsync(2, cancellation))
                active.Add(SiloAddress.New(IPAddress.Parse(rows.GetString(2)), rows.GetInt32(3), rows.GetInt32(4)));
        }

        return version is { } number ? new MembershipPicture(number, active) : null;
    }

    [LoggerMessage(
        2131,
        LogLevel.Error,
        "The table of members went back in time: it is at version {Table}, this silo knows {View}; {Different} silos are counted "
            + "differently. Its version is raised, and every silo reads it anew")]
    private partial void LogWentBack(long table, long view, int different);

    [LoggerMessage(2132, LogLevel.Error, "The membership could not be compared; it is tried again")]
    private partial void LogFailed(Exception exception);
}
