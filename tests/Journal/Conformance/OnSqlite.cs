using Tocsin.Schema;
using Tocsin.Tests.Journal.Auditing;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>The suite on SQLite.</summary>
public static class OnSqlite
{
    public sealed class CleanAudits() : CleanAuditTests(SqliteDatabase.CreateAsync);

    public sealed class ErasureAudits() : ErasureAuditTests(SqliteDatabase.CreateAsync);

    public sealed class ChainAudits() : ChainAuditTests(SqliteDatabase.CreateAsync);

    public sealed class SealAudits() : SealAuditTests(SqliteDatabase.CreateAsync);

    public sealed class AssignmentAudits() : AssignmentAuditTests(SqliteDatabase.CreateAsync);

    public sealed class DirectiveAudits() : DirectiveAuditTests(SqliteDatabase.CreateAsync);

    public sealed class ClockAudits() : ClockAuditTests(SqliteDatabase.CreateAsync);

    public sealed class BoardAudits() : BoardAuditTests(SqliteDatabase.CreateAsync);

    public sealed class DamageAudits() : DamageAuditTests(SqliteDatabase.CreateAsync);

    public sealed class RowAudits() : RowAuditTests(SqliteDatabase.CreateAsync);

    public sealed class AccessLogs() : AccessTests(SqliteDatabase.CreateAsync);

    public sealed class Appends() : AppendTests(SqliteDatabase.CreateAsync);

    public sealed class Clocks() : ClockTests(SqliteDatabase.CreateAsync);

    public sealed class ClockGuards() : ClockGuardTests(SqliteDatabase.CreateAsync);

    public sealed class Commands() : CommandTests(SqliteDatabase.CreateAsync);

    public sealed class Limits() : LimitTests(SqliteDatabase.CreateAsync);

    public sealed class Lines() : LineTests(SqliteDatabase.CreateAsync);

    public sealed class Damages() : DamageTests(SqliteDatabase.CreateAsync);

    public sealed class Models() : ModelTests(SqliteDatabase.CreateAsync);

    public sealed class Personal() : PersonalTests(SqliteDatabase.CreateAsync);

    public sealed class Reading() : ReadingTests(SqliteDatabase.CreateAsync);

    public sealed class Queries() : QueryTests(SqliteDatabase.CreateAsync);

    public sealed class Lists() : ListTests(SqliteDatabase.CreateAsync);

    public sealed class Claims() : ClaimTests(SqliteDatabase.CreateAsync);

    public sealed class CallSignFills() : CallSignFillTests(SqliteDatabase.CreateAsync, database =>
    {
        SqliteSchema.Upgrade(Path.GetDirectoryName(((SqliteDatabase)database).Path)!);
        return Task.CompletedTask;
    });

    public sealed class Projections() : ProjectionTests(SqliteDatabase.CreateAsync);

    public sealed class Reports() : ReportTests(SqliteDatabase.CreateAsync);

    public sealed class SummaryReads() : SummaryReadTests(SqliteDatabase.CreateAsync);

    public sealed class Seals() : SealTests(SqliteDatabase.CreateAsync);

    public sealed class SealUpgrades() : SealUpgradeTests(SqliteDatabase.CreateAsync, database =>
    {
        SqliteSchema.Upgrade(Path.GetDirectoryName(((SqliteDatabase)database).Path)!);
        return Task.CompletedTask;
    });

    public sealed class Tails() : TailTests(SqliteDatabase.CreateAsync);

    public sealed class HungObservers() : HungObserverTests(SqliteDatabase.CreateAsync);
}
