using Tocsin.Journal.Sealing;

namespace Tocsin.Tests.Rules.Sealing;

/// <summary>The recipe of seals: stored seals and other programs depend on each byte of it.</summary>
public class SealTextTests
{
    [Fact]
    public void Each_form_of_seal_has_the_line_that_another_program_computed()
    {
        Assert.Equal([SealRecipe.First, SealRecipe.Second, SealRecipe.Third], SealRecipe.Make().Select(SealText.Line));
    }

    [Fact]
    public void The_chain_goes_over_seals_of_both_forms()
    {
        var hash = SealText.FirstHash.ToArray();
        foreach (var seal in SealRecipe.Make())
            hash = SealText.Hash(hash, seal);

        Assert.Equal(SealRecipe.HashAfterThird, Convert.ToHexStringLower(hash));
    }

    [Fact]
    public void The_public_half_is_written_as_other_programs_read_it()
    {
        using var signer = new SealSigner(new SealRecipe.OneKey(7));

        Assert.Equal((SealRecipe.PublicPem, SealRecipe.PublicLine), (signer.PublicPem, signer.PublicLine));
    }

    [Fact]
    public void A_seal_without_parts_has_nothing_in_their_place_and_one_with_parts_has_them_by_name()
    {
        var plain = SealRecipe.Make()[1];
        var with = plain with { Parts = SealParts.Write([new("b", SealRecipe.Filled(1)), new("a", SealRecipe.Filled(2))]) };

        Assert.EndsWith($" {Convert.ToHexStringLower(plain.Previous!)}", SealText.SignedText(plain), StringComparison.Ordinal);
        Assert.EndsWith(
            $" a={Convert.ToHexStringLower(SealRecipe.Filled(2))} b={Convert.ToHexStringLower(SealRecipe.Filled(1))}",
            SealText.SignedText(with),
            StringComparison.Ordinal);
    }
}
