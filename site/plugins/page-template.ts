/**
 * A page as Docusaurus writes it, with one difference (`ssrTemplate`, an Eta template): its code is asked for when the page has been
 * painted. All that it says can be read by then, and on a slow line its code would be in the way of its fonts and its stylesheet.
 */
export const pageTemplate = `<!DOCTYPE html>
<html <%~ it.htmlAttributes %>>
  <head>
    <meta charset="UTF-8">
    <meta name="generator" content="Docusaurus v<%= it.version %>">
    <% it.metaAttributes.forEach((meta) => { %><%~ meta %><% }); %>
    <%~ it.headTags %>
    <% it.stylesheets.forEach((sheet) => { %><link rel="stylesheet" href="<%= it.baseUrl %><%= sheet %>"><% }); %>
    <script>
      (() => {
        const begin = () => {
          for (const name of <%~ JSON.stringify(it.scripts) %>) {
            const script = document.createElement('script');
            script.src = <%~ JSON.stringify(it.baseUrl) %> + name;
            script.async = false;
            document.head.append(script);
          }
        };
        if (!window.PerformanceObserver?.supportedEntryTypes?.includes('paint')) return begin();
        new PerformanceObserver((paints, observer) => {
          if (paints.getEntriesByName('first-contentful-paint').length === 0) return;
          observer.disconnect();
          begin();
        }).observe({ type: 'paint', buffered: true });
      })();
    </script>
  </head>
  <body <%~ it.bodyAttributes %>>
    <%~ it.preBodyTags %>
    <div id="__docusaurus"><%~ it.appHtml %></div>
    <%~ it.postBodyTags %>
  </body>
</html>
`;
