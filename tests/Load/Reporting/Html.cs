using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Tocsin.Tests.Load.Reporting;

/// <summary>
/// Text that is HTML already. It is made of other such text only by <see cref="Of"/>, which escapes whatever else it is given: nothing can
/// be forgotten.
/// </summary>
/// <param name="Text">The HTML.</param>
public readonly record struct Html(string Text)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Nothing.</summary>
    public static Html None { get; } = new("");

    /// <summary>
    /// The text with everything in its holes escaped, but for what is HTML already; numbers as they are written in English.
    /// </summary>
    public static Html Of(FormattableString text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Html(text.ToString(Escaping.One));
    }

    /// <summary>All of them, one after the other.</summary>
    public static Html Join(IEnumerable<Html> all) => new(string.Concat(all.Select(h => h.Text)));

    /// <inheritdoc/>
    public override string ToString() => Text;

    private sealed class Escaping : IFormatProvider, ICustomFormatter
    {
        public static readonly Escaping One = new();

        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
        {
            null => "",
            Html html => html.Text ?? "",
            IFormattable value => Encoder.Encode(value.ToString(format, CultureInfo.InvariantCulture)),
            _ => Encoder.Encode(arg.ToString() ?? ""),
        };
    }
}
