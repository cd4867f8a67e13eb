using Tocsin.Schema;
using Tocsin.Tests.Journal.Auditing;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>The suite on PostgreSQL; without <see cref="ClockTests"/>, since the time of recording is the server's there.</summary>
public static class OnPostgres
{
    public sealed class CleanAudits(PostgresFixture postgres) : CleanAuditTests(postgres.ForSuiteAsync);

    public sealed class ErasureAudits(PostgresFixture postgres) : ErasureAuditTests(postgres.ForSuiteAsync);

    public sealed class ChainAudits(PostgresFixture postgres) : ChainAuditTests(postgres.ForSuiteAsync);

    public sealed class SealAudits(PostgresFixture postgres) : SealAuditTests(postgres.ForSuiteAsync);

    public sealed class AssignmentAudits(PostgresFixture postgres) : AssignmentAuditTests(postgres.ForSuiteAsync);

    public sealed class DirectiveAudits(PostgresFixture postgres) : DirectiveAuditTests(postgres.ForSuiteAsync);

    public sealed class ClockAudits(PostgresFixture postgres) : ClockAuditTests(postgres.ForSuiteAsync);

    public sealed class BoardAudits(PostgresFixture postgres) : BoardAuditTests(postgres.ForSuiteAsync);

    public sealed class DamageAudits(PostgresFixture postgres) : DamageAuditTests(postgres.ForSuiteAsync);

    public sealed class RowAudits(PostgresFixture postgres) : RowAuditTests(postgres.ForSuiteAsync);

    public sealed class AccessLogs(PostgresFixture postgres) : AccessTests(postgres.ForSuiteAsync);

    public sealed class Appends(PostgresFixture postgres) : AppendTests(postgres.ForSuiteAsync);

    public sealed class ClockGuards(PostgresFixture postgres) : ClockGuardTests(postgres.ForSuiteAsync);

    public sealed class Commands(PostgresFixture postgres) : CommandTests(postgres.ForSuiteAsync);

    public sealed class Limits(PostgresFixture postgres) : LimitTests(postgres.ForSuiteAsync);

    public sealed class Lines(PostgresFixture postgres) : LineTests(postgres.ForSuiteAsync);

    public sealed class Damages(PostgresFixture postgres) : DamageTests(postgres.ForSuiteAsync);

    public sealed class Models(PostgresFixture postgres) : ModelTests(postgres.ForSuiteAsync);

    public sealed class Personal(PostgresFixture postgres) : PersonalTests(postgres.ForSuiteAsync);

    public sealed class Reading(PostgresFixture postgres) : ReadingTests(postgres.ForSuiteAsync);

    public sealed class Queries(PostgresFixture postgres) : QueryTests(postgres.ForSuiteAsync);

    public sealed class Lists(PostgresFixture postgres) : ListTests(postgres.ForSuiteAsync);

    public sealed class Claims(PostgresFixture postgres) : ClaimTests(postgres.ForSuiteAsync);

    public sealed class CallSignFills(PostgresFixture postgres) : CallSignFillTests(
        postgres.ForSuiteAsync, database => PostgresSchema.UpgradeAsync(((PostgresDatabase)database).ConnectionString));

    public sealed class Projections(PostgresFixture postgres) : ProjectionTests(postgres.ForSuiteAsync);

    public sealed class Seals(PostgresFixture postgres) : SealTests(postgres.ForSuiteAsync);

    public sealed class SealUpgrades(PostgresFixture postgres) : SealUpgradeTests(
        postgres.ForSuiteAsync, database => PostgresSchema.UpgradeAsync(((PostgresDatabase)database).ConnectionString));

    public sealed class Tails(PostgresFixture postgres) : TailTests(postgres.ForSuiteAsync);

    public sealed class HungObservers(PostgresFixture postgres) : HungObserverTests(postgres.ForSuiteAsync);

    public sealed class Shared(PostgresFixture postgres) : SharedTests(postgres.ForSuiteAsync);

    public sealed class Reports(PostgresFixture postgres) : ReportTests(postgres.ForSuiteAsync);

    public sealed class SummaryReads(PostgresFixture postgres) : SummaryReadTests(postgres.ForSuiteAsync);
}
