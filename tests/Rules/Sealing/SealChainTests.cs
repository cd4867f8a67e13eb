using Tocsin.Journal.Sealing;

namespace Tocsin.Tests.Rules.Sealing;

/// <summary>What signatures show, with the secret and with the public key alone.</summary>
public class SealChainTests
{
    private static readonly SealKeys Secret = SealKeys.Of(new SealRecipe.OneKey(7));
    private static readonly SealKeys Public = SealKeys.Of(SealRecipe.PublicPem, keys: null);

    [Fact]
    public void With_the_secret_every_seal_is_checked() =>
        Assert.Equal([SealVerdict.Valid, SealVerdict.Valid, SealVerdict.Valid], Judge(Secret, SealRecipe.Make()));

    [Fact]
    public void With_the_public_key_a_seal_by_hmac_is_covered_by_the_signed_one_behind_it()
    {
        var seals = SealRecipe.Make();
        Assert.Equal([SealVerdict.Unchecked, SealVerdict.Valid, SealVerdict.Valid], Judge(Public, seals));

        var edited = seals[0] with { Digest = SealRecipe.Filled(9) };
        Assert.Equal([SealVerdict.Unchecked, SealVerdict.Forged, SealVerdict.Valid], Judge(Public, [edited, .. seals.Skip(1)]));
    }

    [Fact]
    public void Whoever_has_the_public_half_alone_can_make_no_seal()
    {
        var seals = SealRecipe.Make();

        // By a key of his own, by taking the signature of another seal, and by the older form, whose key he lacks.
        using var stranger = new SealSigner(new SealRecipe.OneKey(8));
        var other = stranger.Sign(seals[2] with { Count = 7 });
        var moved = seals[2] with { Count = 7 };
        var older = stranger.Mac(seals[2] with { Previous = null, Parts = "" }, seals[1]);

        Assert.Equal(SealVerdict.Forged, Judge(Public, [seals[0], seals[1], other])[2]);
        Assert.Equal(SealVerdict.Forged, Judge(Public, [seals[0], seals[1], moved])[2]);
        Assert.Equal(SealVerdict.Unchecked, Judge(Public, [seals[0], seals[1], older])[2]);
        Assert.Equal(SealVerdict.Forged, Judge(Secret, [seals[0], seals[1], older])[2]);
    }

    [Fact]
    public void A_seal_that_is_missing_or_changed_shows_at_the_next()
    {
        var seals = SealRecipe.Make();
        Assert.Equal([SealVerdict.Forged, SealVerdict.Valid], Judge(Public, [seals[1], seals[2]]));
        Assert.Equal(SealVerdict.Forged, Judge(Public, [seals[0], seals[2]])[1]);
        foreach (var changed in (Seal[])
            [
                seals[1] with { At = seals[1].At.AddMilliseconds(1) },
                seals[1] with { Position = new(5) },
                seals[1] with { Count = 2 },
                seals[1] with { Digest = SealRecipe.Filled(1) },
                seals[1] with { Previous = SealRecipe.Filled(1) },
                seals[1] with { Parts = "a=" + new string('0', 64) },
                seals[1] with { Signature = new byte[64] },
                seals[1] with { Signature = [] },
                seals[1] with { Signature = [.. seals[1].Signature, 0] },
            ])
        {
            Assert.Equal([SealVerdict.Forged, SealVerdict.Forged], Judge(Public, [seals[0], changed, seals[2]]).Skip(1));
        }
    }

    [Fact]
    public void A_file_may_have_the_keys_of_several_secrets()
    {
        using var newer = new SealSigner(new SealRecipe.OneKey(8));
        var seals = SealRecipe.Make();
        var hash = SealText.Hash(seals[2].Previous, seals[2]);
        var fourth = newer.Sign(seals[2] with { At = seals[2].At.AddSeconds(1), Previous = hash });

        Assert.Equal(SealVerdict.Forged, Judge(Public, [.. seals, fourth])[3]);
        Assert.Equal(
            SealVerdict.Valid, Judge(SealKeys.Of("the old one:\n" + SealRecipe.PublicPem + newer.PublicPem, null), [.. seals, fourth])[3]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH\n-----END PRIVATE KEY-----")]
    public void A_file_without_a_public_key_of_this_kind_is_refused(string text) =>
        Assert.Throws<FormatException>(() => SealKeys.Of(text, keys: null));

    private static List<SealVerdict> Judge(SealKeys keys, IEnumerable<Seal> seals)
    {
        var chain = new SealChain(keys);
        return [.. seals.Select(chain.Next)];
    }
}
