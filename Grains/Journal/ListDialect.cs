using System.Globalization;
using System.Text;

namespace Tocsin.Journal;

/// <summary>Where the two databases differ in the statements of a list.</summary>
internal abstract class ListDialect
{
    /// <summary>The value with a number, from 1.</summary>
    public abstract string Value(int number);

    /// <summary>A column of yes and no, as a condition.</summary>
    public abstract string IsTrue(string column);

    /// <summary>Whether a column's text holds a value's.</summary>
    public abstract string Contains(string column, string value);

    /// <summary>The table of texts <c>t</c>, so that the index of pairs can find its rows.</summary>
    public abstract string IndexedText { get; }

    /// <summary>Whether the index finds a row of <see cref="IndexedText"/> by a value that <see cref="PairsQuery"/> made.</summary>
    public abstract string Matches(string value);

    /// <summary>The digits of a personal text <c>p.value</c>, as the index has them.</summary>
    public abstract string Digits { get; }

    /// <summary>A number as <see cref="Digits"/> has it.</summary>
    public abstract string End(string digits);

    /// <summary>The pattern by which <c>like</c> finds numbers that end with some digits.</summary>
    public abstract string EndPattern(string digits);

    /// <summary>The terms of a stored text, as the index takes them.</summary>
    /// <param name="folded">The text, folded.</param>
    public string TermsOf(string folded)
    {
        // Written by each append that changes a text: one pass, no string for a term. The index takes what stands twice as one.
        var terms = new StringBuilder(folded.Length * 6);
        for (var start = 0; start < folded.Length; start += SearchText.LengthAt(folded, start))
        {
            if (SearchText.TermLengthAt(folded, start) is > 0 and var length)
                AppendWord(terms.Length > 0 ? terms.Append(' ') : terms, folded.AsSpan(start, length));
        }

        return terms.ToString();
    }

    /// <summary>What the index is asked for: all pairs of the words or, where each is a single character, what begins with them.</summary>
    /// <param name="words">The words, folded; one or more.</param>
    public string PairsQuery(IReadOnlyList<string> words) => string.Join(
        And,
        SearchText.Pairs(words) is { Count: > 0 } pairs
            ? pairs.Select(Word)
            : words.Take(SearchText.PairsMax).Select(w => Prefix(w.EnumerateRunes().First().ToString())));

    /// <summary>What stands between words that must all be there.</summary>
    protected abstract string And { get; }

    /// <summary>A condition before the digits, that it is of a kind of stream; empty: it is of no use there.</summary>
    /// <param name="prefix">What the names of its streams begin with, the slash included.</param>
    public virtual string Among(string prefix) => "";

    /// <summary>Appends a term as a word of the index.</summary>
    protected abstract void AppendWord(StringBuilder text, ReadOnlySpan<char> term);

    /// <summary>A term as a word of the index.</summary>
    protected string Word(string term)
    {
        var text = new StringBuilder();
        AppendWord(text, term);
        return text.ToString();
    }

    /// <summary>What asks for all words that begin with a character.</summary>
    protected abstract string Prefix(string character);

    /// <summary>PostgreSQL: an index of lexemes.</summary>
    public static ListDialect PostgreSql { get; } = new OnPostgreSql();

    /// <summary>SQLite: its full-text index without texts.</summary>
    public static ListDialect Sqlite { get; } = new OnSqlite();

    private sealed class OnPostgreSql : ListDialect
    {
        public override string IndexedText => "board_text t";

        public override string Digits => "personal_digits(p.value) collate \"C\"";

        protected override string And => " & ";

        // The index has them from behind: what ends with some digits begins with them there.
        public override string End(string digits) => string.Concat(digits.Reverse());

        public override string EndPattern(string digits) => End(digits) + "%";

        public override string Value(int number) => string.Create(CultureInfo.InvariantCulture, $"${number}");

        public override string IsTrue(string column) => column;

        public override string Contains(string column, string value) => $"strpos({column}, {value}) > 0";

        public override string Matches(string value) => $"t.terms @@ {value}::tsquery";

        protected override void AppendWord(StringBuilder text, ReadOnlySpan<char> term)
        {
            text.Append('\'');
            foreach (var c in term)
                (c is '\'' or '\\' ? text.Append(c) : text).Append(c);
            text.Append('\'');
        }

        protected override string Prefix(string character) => Word(character) + ":*";
    }

    private sealed class OnSqlite : ListDialect
    {
        // How numbers are written, and the quotes of the JSON text.
        private const string Signs = "\" -+().\u00A0/";

        public override string IndexedText => "board_pair cross join board_text t on t.id = board_pair.rowid";

        // All numbers are looked at, some 50 ms for 100,000: there is no index of them.
        public override string Digits =>
            Signs.Aggregate("p.value", (text, sign) => $"replace({text}, '{sign}', '')");

        protected override string And => " ";

        // Between them stand the keys of all texts, which need not be looked at. The sign behind the slash is 0.
        public override string Among(string prefix) => $"p.stream >= '{prefix}' and p.stream < '{prefix[..^1]}0' and ";

        public override string End(string digits) => digits;

        public override string EndPattern(string digits) => "%" + digits;

        public override string Value(int number) => string.Create(CultureInfo.InvariantCulture, $"?{number}");

        public override string IsTrue(string column) => $"{column} = 1";

        public override string Contains(string column, string value) => $"instr({column}, {value}) > 0";

        public override string Matches(string value) => $"board_pair match {value}";

        // Letters and digits only: the tokenizer cuts at everything else.
        protected override void AppendWord(StringBuilder text, ReadOnlySpan<char> term)
        {
            foreach (var rune in term.EnumerateRunes())
                text.Append(CultureInfo.InvariantCulture, $"{rune.Value:x6}");
        }

        protected override string Prefix(string character) => Word(character) + "*";
    }
}
