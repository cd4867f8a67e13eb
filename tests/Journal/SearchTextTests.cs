using System.Globalization;
using System.Text;
using Tocsin.Journal;

namespace Tocsin.Tests.Journal;

/// <summary>How texts are folded for the search.</summary>
public sealed class SearchTextTests
{
    [Theory]
    [InlineData("府前街 88 号", "府前街88号")]
    [InlineData("府前街８８号", "府前街88号")]
    [InlineData("  ＦＵＬＬ　Width！", "fullwidth")]
    [InlineData("261130-0005", "2611300005")]
    [InlineData("太行路12号（金地大厦）", "太行路12号金地大厦")]
    [InlineData("O'Brien & Söhne", "obriensöhne")]
    [InlineData("so\u0308hne", "söhne")]
    [InlineData("a\r\n b\tc", "a\nbc")]
    [InlineData("½ ㎏ ℡", "1⁄2kgtel")]
    [InlineData("a\u200Bb\u00ADc\uFEFF", "abc")]
    [InlineData("+86 138-0013", "+861380013")]
    [InlineData("。、！", "")]
    [InlineData("", "")]
    public void Spelling_does_not_count(string text, string folded) => Assert.Equal(folded, SearchText.Fold(text));

    [Fact]
    public void What_is_no_text_is_folded_too()
    {
        // No theory: what hands over its values would mend them.
        Assert.Equal("a\uFFFDb", SearchText.Fold("a\uD800b"));
        Assert.Equal("\uFFFD", SearchText.Fold("\uDC00"));
        Assert.Equal("ab\uFFFF", SearchText.Fold("a\uFFFEb\uFFFF"));
        Assert.Equal("𠮷🔥", SearchText.Fold("𠮷 🔥"));
    }

    [Fact]
    public void White_space_and_punctuation_of_the_basic_plane_go_away_and_nothing_else_does()
    {
        var wrong = new List<string>();
        for (var c = (char)1; c < '\uFFFE'; c++)
        {
            if (char.IsSurrogate(c) || !$"{c}".IsNormalized(NormalizationForm.FormKC))
                continue;
            var goes = c != '\n' && (char.IsWhiteSpace(c) || char.IsPunctuation(c)
                || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format);
            if (goes != (SearchText.Fold($"{c}").Length == 0))
                wrong.Add($"{(int)c:x4} {goes}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("老人  蓝色", "老人|蓝色")]
    [InlineData("Main　STREET main", "main|street")]
    [InlineData("a - b", "a|b")]
    [InlineData(" \t\n", "")]
    [InlineData("% —", "")]
    public void The_words_of_a_query_stand_between_white_space(string query, string words) =>
        Assert.Equal(words.Split('|', StringSplitOptions.RemoveEmptyEntries), SearchText.Words(query));

    [Fact]
    public void The_narrow_rows_have_the_same_text_in_lower_case_only()
    {
        Assert.Equal("261130-0005\n\n府前街 ８８", SearchText.Plain("261130-0005", null, "府前街 ８８"));
        Assert.Equal(SearchText.Of("A-1", null, "府前街 ８８"), SearchText.Fold(SearchText.Plain("A-1", null, "府前街 ８８")));
    }
}
