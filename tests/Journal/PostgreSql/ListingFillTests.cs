using Npgsql;
using Tocsin.Auditing;
using Tocsin.Journal;
using Tocsin.Schema;
using Tocsin.Tests.Journal.Auditing;
using Tocsin.Tests.Journal.Conformance;

namespace Tocsin.Tests.Journal.PostgreSql;

/// <summary>Lists of what was there before lists were one for all kinds: the database makes what the program would write.</summary>
public sealed class ListingFillTests(PostgresFixture postgres) : AuditTest(postgres.ForSuiteAsync)
{
    [Fact]
    public async Task What_is_filled_in_is_what_the_program_writes()
    {
        const string All = """
            select string_agg(r::text, E'\n' order by r::text) from (
              select 'board', stream, listed_at::text, null from board
              union all select 'text', stream, text, terms::text || listed_at::text from board_text
              union all select 'key', stream, key, listed_at::text || kind from board_key) r
            """;
        var written = await ScalarAsync(All);
        string[] sorts = ["unit:", "had:", "station:", "category:", "disposition:handled", "cell:200:", "cell:10:", "incident:"];
        foreach (var sort in sorts)
            Assert.Contains(sort, written, StringComparison.Ordinal);
        await Database.RunAsync("update board set listed_at = null");
        await Database.RunAsync("delete from board_text");
        await Database.RunAsync("delete from board_key");
        await Database.RunAsync("update listing_fill set last_id = '', done = false");
        await FillAsync();
        Assert.Equal(written, await ScalarAsync(All));
        Assert.Equal("true,true", await ScalarAsync("select string_agg(done::text, ',') from listing_fill"));
    }

    [Fact]
    public async Task The_terms_of_a_text_are_the_same_in_the_program_and_in_the_database()
    {
        string[] texts = ["", "a", "ab", "盗窃\n\n路", "a'b\\c", "𠮷野 x", "aaaa", "\n", "x\ny"];
        foreach (var text in texts)
        {
            var terms = string.Join(' ', SearchText.Terms(text).Select(t => $"'{t.Replace("\\", "\\\\").Replace("'", "''")}'"));
            Assert.Equal("true", await ScalarAsync("select ($1::tsvector = search_terms($2))::text", terms, text));
        }
    }

    [Fact]
    public async Task A_text_is_folded_the_same_in_the_program_and_in_the_database()
    {
        // As the narrow rows have it, in lower case; each character of the basic plane, and some beyond.
        var texts = Enumerable.Range(1, char.MaxValue)
            .Where(c => !char.IsSurrogate((char)c))
            .Select(c => ((char)c).ToString())
            .Concat(["府前街８８号", "ｆｕｌｌ　ＷＩＤＴＨ", "a-b_c d\ne", "𝐀𝛀🔥🄰", "e\u0301", "\u1100\u1161\u11a8", "½㎏℡ﬁ"])
            .Select(t => SearchText.Plain(t))
            .ToArray();
        await using var source = NpgsqlDataSource.Create(((PostgresDatabase)Database).ConnectionString);
        await using var command = source.CreateCommand(
            "select array_agg(search_fold(t) order by n) from unnest($1) with ordinality u(t, n)");
        command.Parameters.Add(new NpgsqlParameter { Value = texts });
        var folded = (string[])(await command.ExecuteScalarAsync(Cancellation))!;
        var different = texts.Where((t, i) => SearchText.Fold(t) != folded[i]).Select(t => $"{(int)t[0]:x4}").ToList();
        Assert.Empty(different);
    }

    [Theory]
    [InlineData("category", 91)]
    [InlineData("category", 92)]
    [InlineData("station", 93)]
    public async Task A_key_is_the_same_in_the_program_and_in_the_database(string sort, int length)
    {
        foreach (var value in new[] { new string('x', length), string.Concat(Enumerable.Repeat("𠮷", length / 2)) + "号" })
            Assert.Equal(ListKey.Of(sort, value), await ScalarAsync("select list_key($1, $2)", sort, value));
    }

    [Fact]
    public async Task An_audit_of_what_was_filled_in_is_clean()
    {
        await Database.RunAsync("delete from board_key");
        await Database.RunAsync("update listing_fill set last_id = '', done = false");
        Assert.Contains((await AuditAsync()).Findings.Told, f => f.Kind == FindingKind.ListingDiffers);
        await FillAsync();
        Assert.Empty(await FoundAsync());
    }

    private Task FillAsync() => PostgresSchema.UpgradeAsync(((PostgresDatabase)Database).ConnectionString, cancellation: Cancellation);

    private async Task<string> ScalarAsync(string sql, params string[] values)
    {
        await using var source = NpgsqlDataSource.Create(((PostgresDatabase)Database).ConnectionString);
        await using var command = source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
