using Tocsin.Access;
using Tocsin.Incidents;
using Tocsin.Journal.Sealing;
using Tocsin.Secrets;
using Tocsin.Tests.Journal.Conformance;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Journal.Auditing;

/// <summary>
/// Somebody outside checks a journal with the public half alone: by the commands of the program, and by the script of the data model's
/// page. The secret lies where the embedded mode has it, and is taken away before anything is checked.
/// </summary>
public sealed class OutsiderTests() : AuditTest(SqliteDatabase.CreateAsync)
{
    private string Folder => Path.GetDirectoryName(((SqliteDatabase)Database).Path)!;

    [Fact]
    public void The_key_that_signs_follows_from_the_secret_by_a_derivation_that_never_changes()
    {
        // As another program computed it: HKDF-SHA256, empty salt, info "tocsin seal signature".
        using var signer = new SealSigner(new DerivedKeyRing([.. Enumerable.Range(0, 32).Select(i => (byte)i)]));
        Assert.Equal("MCowBQYDK2VwAyEAMEzCvjVu2cDw6X6gnL5cmURuIPmJ+OOjMIbRmPcM1eo=", signer.PublicLine);
    }

    [Fact]
    public async Task The_programs_commands_give_the_public_half_and_check_with_it_and_with_a_copy()
    {
        var (publicKey, seals) = await SealWithSecretAsync();
        var (exit, output) = await AuditAsync("--public-key", publicKey, "--seals", seals);
        Assert.True(exit == 0, output);
        Assert.Contains(" 2 seals of the copy, ", output, StringComparison.Ordinal);

        await CutAsync(A.Stream);
        await Database.RunAsync("delete from seal where position > (select max(position) from journal)");
        (exit, output) = await AuditAsync("--public-key", publicKey, "--seals", seals);
        Assert.True(exit == 1, output);
        Assert.Contains("sealMissing - ", output, StringComparison.Ordinal);
        Assert.Contains("eventsMissing - ", output, StringComparison.Ordinal);

        (exit, output) = await AuditAsync();
        Assert.Equal(2, exit);
        Assert.Contains("--public-key", output, StringComparison.Ordinal);
        (exit, output) = await AuditAsync("--public-key", seals);
        Assert.Equal(2, exit);
        Assert.StartsWith("Not checked: Tocsin:SealPublicKeyFile", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_checks_signatures_with_the_public_half()
    {
        var (publicKey, _) = await SealWithSecretAsync();
        await using var probe = ToolRun.Start("python3", ["-c", "import cryptography"]);
        var hasPackage = (await probe.EndAsync()).ExitCode == 0;

        var (exit, output) = await ScriptAsync(publicKey);
        if (!hasPackage)
        {
            Assert.Equal(1, exit);
            Assert.Contains("pip install cryptography", output, StringComparison.Ordinal);
            return;
        }

        Assert.True(exit == 0, output);
        var last = (await Host.Seals.LastSealAsync(Cancellation))!;
        var end = $"sealed up to {last.Position}, 0 seals not checked; 3 items of the access log\n";
        Assert.EndsWith(end, output, StringComparison.Ordinal);
        last.Signature[0] ^= 1;
        await Database.RunAsync($"update seal set hmac = {Database.Blob(last.Signature)} where position = {last.Position}");
        (exit, output) = await ScriptAsync(publicKey);
        Assert.Equal(1, exit);
        Assert.Contains("is not signed with this key behind the seals before it", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update access set line = 'other' where id = 1", "span 1 was closed over other rows")]
    [InlineData("delete from access where id = 1", "span 1 was closed over other rows")]
    [InlineData("delete from access_span where number = 2", "covers a span that is not there")]
    [InlineData("update access_span set digest = hash where number = 1", "span 1")]
    [InlineData("update access_span set removed = 1 where number = 2", "span 2 were removed")]
    public async Task What_was_changed_in_the_access_log_is_named_by_the_program_and_by_the_script(string damage, string words)
    {
        await SealWithSecretAsync(keep: true);
        var (exit, output) = await AuditAsync();
        Assert.True(exit == 0, output);
        Assert.Contains(" 3 items of the access log, ", output, StringComparison.Ordinal);
        (exit, output) = await ScriptAsync();
        Assert.True(exit == 0, output);

        await Database.RunOnAccessAsync(damage);
        (exit, output) = await AuditAsync();
        Assert.True(exit == 1, output);
        Assert.Contains("accessBroken - ", output, StringComparison.Ordinal);
        Assert.Contains(words, output, StringComparison.Ordinal);
        (exit, output) = await ScriptAsync();
        Assert.True(exit == 1, output);
        Assert.Contains(words, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_access_log_that_was_taken_away_is_missed_by_the_program_and_by_the_script()
    {
        await SealWithSecretAsync(keep: true);
        File.Delete(Path.Combine(Folder, "access.db"));
        foreach (var (exit, output) in new[] { await AuditAsync(), await ScriptAsync() })
        {
            Assert.True(exit == 1, output);
            Assert.Contains("covers a span that is not there", output, StringComparison.Ordinal);
        }
    }

    /// <summary>
    /// Seals twice, with items of the access log, prints the public half, keeps a copy of the seals, and takes the secret away.
    /// </summary>
    private async Task<(string PublicKey, string Seals)> SealWithSecretAsync(bool keep = false)
    {
        var secret = Path.Combine(Folder, "secret.key");
        var keys = new DerivedKeyRing(SecretFile.ReadOrMake(secret));
        await LookAsync(1, 2);
        await SealAsync(keys);
        await Centre.DoAsync(A, new AddNote("later"));
        await LookAsync(3);
        await SealAsync(keys);

        await using var printing = ToolRun.Silo("public-key", "--Tocsin:DataDirectory", Folder);
        var (exit, pem) = await printing.EndAsync();
        Assert.True(exit == 0, pem);
        var (publicKey, seals) = (Path.Combine(Folder, "seal.pub"), Path.Combine(Folder, "seals.log"));
        await File.WriteAllTextAsync(publicKey, pem, Cancellation);
        await using (var copy = File.CreateText(seals))
        {
            await foreach (var seal in Host.Seals.SealsAsync(after: null, Cancellation))
                await copy.WriteLineAsync($"info: Sealed: {SealText.Line(seal)}");
        }

        if (!keep)
            File.Delete(secret);
        return (publicKey, seals);
    }

    // Items of long ago, so that their spans are closed at once; the system's clock says which are too young to be removed.
    private Task<long> LookAsync(params long[] numbers) => Database.Access.AppendAsync(
        new AccessBatch(
            "gateway",
            [.. numbers.Select(n => new AccessEntry(n, Centre.Now, "wang", null, $$"""{"subject":"wang","n":{{n}}}"""))]),
        Cancellation);

    private async Task<(int ExitCode, string Output)> AuditAsync(params string[] options)
    {
        await using var audit = ToolRun.Silo(["audit", "--Tocsin:DataDirectory", Folder, .. options]);
        return await audit.EndAsync();
    }

    private async Task<(int ExitCode, string Output)> ScriptAsync(params string[] keys)
    {
        await using var script = ToolRun.Start(
            "python3", [Path.Combine(Checkout.Root, "docs/verify_journal.py"), ((SqliteDatabase)Database).Path, .. keys]);
        return await script.EndAsync();
    }
}
